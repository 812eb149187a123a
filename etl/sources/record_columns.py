"""SQL made from a contract: from the text of a file's rows to typed values and to their faults."""

from collections.abc import Callable

from etl.contract import Column, Contract

EARLIEST_YEAR = 1900
RULES_OF_LIMITS = {
    "date": ("too_long_ago", "in_the_future"),
    "month": ("too_long_ago", "in_the_future"),
    "year": ("too_long_ago", "in_the_future"),
}


def insert_rows(contract: Contract, found: str) -> str:
    """A relation of text columns, row_number and surplus → the statement that fills raw_<source>.

    Parameters: batch_id, today. Every row is inserted: conversions counts its values that were
    not in the usual form, is null when the row has a fault and -1 when the row is empty.
    """
    columns = contract.columns
    return f"""
        insert into raw_{contract.source} by name
        with found as ({found}),
        {_typed(columns)}
        select
            {_list(columns, lambda column: f"typed_{column.name} as {column.name}")},
            $batch_id as batch_id,
            row_number,
            case
                when {_all(columns, _is_sound)} and surplus is null
                then {_sum(columns, _is_converted)}
                when {_all(columns, lambda column: f"is_blank({column.name})")} and surplus is null
                then -1
            end as conversions
        from typed
    """


def typed_values(column: Column, found: str) -> str:
    """A relation with the text of a column → the same with typed_<column> beside it.

    Parameter: today.
    """
    return f"with found as ({found}), {_typed((column,))} from typed"


def select_faults(column: Column, found: str, place: str = "row_number") -> str:
    """A relation as above → its place and the rule that a column's value breaks, or null.

    Parameter: today.
    """
    typed = f"typed_{column.name}"
    when_blank = "'required_blank'" if column.required else "null"
    low, high = limits(column)
    below, above = RULES_OF_LIMITS.get(column.type, ("below_minimum", "above_maximum"))
    return f"""
        with found as ({found}),
        {_typed((column,))}
        select
            {place},
            case
                when is_blank({column.name}) then {when_blank}
                when {typed} is null then 'not_{column.type}'
                {f"when {typed} < {low} then '{below}'" if low else ""}
                {f"when {typed} > {high} then '{above}'" if high else ""}
            end as rule
        from typed
    """


def limits(column: Column) -> tuple[str | None, str | None]:
    """A column → the least and the greatest value it may hold, as SQL; today stands in typed."""
    if column.type in ("date", "month"):
        return f"make_date({EARLIEST_YEAR}, 1, 1)", "today"
    if column.type == "year":
        return str(EARLIEST_YEAR), "year(today)"
    return (
        None if column.minimum is None else repr(column.minimum),
        None if column.maximum is None else repr(column.maximum),
    )


def _typed(columns: tuple[Column, ...]) -> str:
    """Two steps, so that no value is converted twice: the usual forms, then all others."""
    return f"""
        plain as (
            select *, cast($today as date) as today,
                {_list(columns, lambda column: f"{_plain(column)} as plain_{column.name}")}
            from found
        ),
        typed as (
            select *,
                {_list(columns, lambda column: f"{_written(column)} as typed_{column.name}")}
            from plain
        )
    """


def _plain(column: Column) -> str:
    match column.type:
        case "choice":
            keys = ", ".join(map(_quoted, column.choices))
            return f"case when {column.name} in ({keys}) then {column.name} end"
        case "code":
            return f"plain_code({column.name}, {column.digits})"
    return f"plain_{column.type}({column.name})"


def _written(column: Column) -> str:
    match column.type:
        case "choice":
            meanings = " ".join(
                f"when {_quoted(word.lower())} then {_quoted(key)}"
                for key, words in column.choices.items()
                for word in (key, *words)
            )
            written = f"case lower(bare({column.name})) {meanings} end"
        case "code":
            written = f"written_code({column.name}, {column.digits})"
        case _:
            written = f"written_{column.type}({column.name})"
    # A coalesce would not do: DuckDB works out the parts of its second term for every row.
    return f"case when plain_{column.name} is null then {written} else plain_{column.name} end"


def _is_sound(column: Column) -> str:
    typed = f"typed_{column.name}"
    low, high = limits(column)
    tests = [
        f"{typed} is not null",
        *([f"{typed} >= {low}"] if low else []),
        *([f"{typed} <= {high}"] if high else []),
    ]
    sound = " and ".join(tests)
    return f"({sound})" if column.required else f"({sound} or is_blank({column.name}))"


def _is_converted(column: Column) -> str:
    return f"cast(plain_{column.name} is null and typed_{column.name} is not null as integer)"


def _list(columns: tuple[Column, ...], term: Callable[[Column], str]) -> str:
    return ", ".join(map(term, columns))


def _all(columns: tuple[Column, ...], term: Callable[[Column], str]) -> str:
    return " and ".join(map(term, columns))


def _sum(columns: tuple[Column, ...], term: Callable[[Column], str]) -> str:
    return " + ".join(map(term, columns))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
