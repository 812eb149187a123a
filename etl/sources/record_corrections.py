"""Corrections: decided values put in place of wrong ones, and records left out, as data says."""

from datetime import date

import duckdb

from etl.contract import Column, Contract, contracts, normal_header
from etl.sources.record_columns import select_faults, typed_values
from etl.sources.record_references import CORRECTIONS

KEY_SEPARATOR, ORIGIN = "|", "record_origin"
WITHDRAWN = "withdrawn"
CREATE_WITHDRAWN = """
create or replace temp table withdrawn_row (
    batch_id varchar, row_number bigint, correction_id varchar, record_key varchar, reason varchar
)
"""
NOTE_WITHDRAWN = """
insert into correction
select batch_id, row_number, null, record_key, null, reason, reason, correction_id
from withdrawn_row
"""


def create_correction_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the empty temp table withdrawn_row."""
    connection.execute(CREATE_WITHDRAWN)


def find_unfit_corrections(connection: duckdb.DuckDBPyConnection, today: date) -> None:
    """Notes in record_fault each correction of no known column, of a key, or to an unfit value.

    Whether a record is a real one is no more to be corrected than its key.
    """
    for source, name in _columns_to_correct(connection, f"raw_{CORRECTIONS}"):
        column = _column_named(contracts()[source], name)
        place = {"source": source, "column_name": name}
        if column is None or column.name in (*contracts()[source].key, ORIGIN):
            rule = "unknown_column" if column is None else "key_column"
            connection.execute(
                f"""
                insert into record_fault (batch_id, row_number, column_name, rule)
                select batch_id, row_number, 'column_name', $rule
                from raw_{CORRECTIONS}
                where action = 'replace' and source = $source
                    and column_name is not distinct from $column_name
                """,
                {**place, "rule": rule},
            )
            continue
        for value in ("value_before", "value_after"):
            of_column = f"""
                select {value} as {column.name}, batch_id, row_number
                from raw_{CORRECTIONS}
                where action = 'replace' and source = $source and column_name = $column_name
            """
            faults = select_faults(column, of_column, "batch_id, row_number")
            # What stood there before may have been blank by mistake: that is why it is corrected.
            blank = "and rule <> 'required_blank'" if value == "value_before" else ""
            connection.execute(
                f"""
                insert into record_fault (batch_id, row_number, column_name, rule)
                select batch_id, row_number, '{value}', 'unfit_value'
                from ({faults})
                where rule is not null {blank}
                """,
                {**place, "today": today},
            )


def apply_corrections(
    connection: duckdb.DuckDBPyConnection, contract: Contract, today: date
) -> None:
    """Corrects values in raw_<source>, noted in correction, and notes in record_fault what goes.

    Corrections must have been read before. A value is corrected only where the record still holds
    the one that was wrong, in whichever file it came; of several corrections of one value the
    earlier decided is made first, and the next where it still applies.
    """
    connection.execute("truncate withdrawn_row")
    names: dict[str, list[str | None]] = {}
    for source, name in _columns_to_correct(connection, f"latest_{CORRECTIONS}"):
        column = _column_named(contract, name)
        if source == contract.source and column is not None:
            names.setdefault(column.name, []).append(name)
    for column_name, written in names.items():
        _rank(connection, contract, written)
        ranks = connection.execute("select max(rank) from ranked_correction").fetchone()
        assert ranks is not None
        for rank in range(1, (ranks[0] or 0) + 1):
            _replace(connection, contract, contract.column(column_name), rank, today)
    connection.execute(
        f"""
        insert into withdrawn_row
        select
            raw.batch_id, raw.row_number, decided.correction_id, decided.record_key,
            decided.reason || ' (' || decided.decided_by || ')'
        from raw_{contract.source} as raw
        join latest_{CORRECTIONS} as decided
            on decided.source = $source and decided.action = 'remove'
            and decided.record_key = {_key(contract)}
        """,
        {"source": contract.source},
    )
    connection.execute(
        """
        insert into record_fault (batch_id, row_number, column_name, rule, other_reason)
        select batch_id, row_number, $column_name, $rule, min(reason)
        from withdrawn_row
        group by batch_id, row_number
        """,
        {"column_name": contract.key[0], "rule": WITHDRAWN},
    )


def note_withdrawn(connection: duckdb.DuckDBPyConnection) -> None:
    """Notes in correction the rows that apply_corrections left out, once they are out."""
    connection.execute(NOTE_WITHDRAWN)


def _rank(
    connection: duckdb.DuckDBPyConnection, contract: Contract, written: list[str | None]
) -> None:
    """The corrections of one column, by each of its names → numbered for each record in order."""
    connection.execute(
        f"""
        create or replace temp table ranked_correction as
        select
            *,
            row_number() over (partition by record_key order by decided_date, correction_id) as rank
        from latest_{CORRECTIONS}
        where action = 'replace' and source = $source
            and column_name in (select unnest($written))
        """,
        {"source": contract.source, "written": written},
    )


def _replace(
    connection: duckdb.DuckDBPyConnection,
    contract: Contract,
    column: Column,
    rank: int,
    today: date,
) -> None:
    of_column = f"""
        select {{value}} as {column.name}, correction_id, record_key, reason, decided_by
        from ranked_correction
        where rank = $rank
    """
    before, after = (
        typed_values(column, of_column.format(value=value))
        for value in ("value_before", "value_after")
    )
    place = {"rank": rank, "today": today}
    connection.execute(
        f"""
        create or replace temp table corrected_value as
        select
            raw.batch_id, raw.row_number, raw.{column.name} as value_before,
            after.typed_{column.name} as value_after, after.correction_id,
            after.reason || ' (' || after.decided_by || ')' as reason
        from raw_{contract.source} as raw
        join ({after}) as after on after.record_key = {_key(contract)}
        join ({before}) as before using (correction_id)
        where raw.conversions is not null
            and raw.{column.name} is not distinct from before.typed_{column.name}
            and raw.{column.name} is distinct from after.typed_{column.name}
        """,
        place,
    )
    connection.execute(
        f"""
        insert into correction
        select
            batch_id, row_number, '{column.name}', cast(value_before as varchar),
            cast(value_after as varchar), reason, reason, correction_id
        from corrected_value
        """
    )
    connection.execute(
        f"""
        update raw_{contract.source} as raw
        set {column.name} = corrected_value.value_after
        from corrected_value
        where corrected_value.batch_id = raw.batch_id
            and corrected_value.row_number = raw.row_number
        """
    )


def _columns_to_correct(
    connection: duckdb.DuckDBPyConnection, table: str
) -> list[tuple[str, str | None]]:
    """The sources and columns that corrections name, as they name them."""
    return connection.execute(
        f"""
        select distinct source, column_name
        from {table}
        where action = 'replace' and source is not null
        order by all
        """
    ).fetchall()


def _column_named(contract: Contract, name: str | None) -> Column | None:
    form = normal_header(name or "")
    return next((each for each in contract.columns if form in each.accepted_headers), None)


def _key(contract: Contract) -> str:
    parts = ", ".join(f"cast(raw.{column} as varchar)" for column in contract.key)
    return f"concat_ws('{KEY_SEPARATOR}', {parts})"
