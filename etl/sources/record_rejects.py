"""Moves refused rows out of a raw table: each fault with its place, value and what to do."""

from datetime import date

import duckdb
import pyarrow as pa

from etl.contract import Column, contracts
from etl.sources.record_columns import select_faults
from etl.sources.record_faults import SURPLUS_CELLS, UNSOUND_VALUES
from etl.sources.record_headers import thai_header
from etl.sources.record_references import target_of
from etl.sources.record_refusal import LANGUAGES, refusal_words
from etl.sources.record_text import RecordFile, found_rows

CREATE_REFUSED_TEXT = """
create or replace temp table refused_text as
select found.*
from ({found}) as found
semi join record_fault as fault
    on fault.batch_id = $batch_id and fault.row_number = found.row_number
"""
ADD_VALUE_FAULTS = """
insert into record_fault (batch_id, row_number, column_name, rule)
select $batch_id, row_number, $column_name, rule
from ({faults})
where rule is not null
"""
ADD_SURPLUS_FAULTS = """
insert into record_fault (batch_id, row_number, rule)
select $batch_id, row_number, $rule from refused_text where surplus is not null
"""
# {value} is filled in last: what an officer wrote may hold braces of its own.
ADD_REJECTS = """
insert into reject
with fault as (
    select
        record_fault.*,
        case record_fault.column_name {values} else refused_text.surplus end as value,
        strftime(other_date, '%d/%m/') || (year(other_date) + 543) as date_th,
        strftime(other_date, '%Y-%m-%d') as date_en
    from record_fault
    join refused_text using (row_number)
    where batch_id = $batch_id and rule <> $unsound_values
)
select
    batch_id, $file_name, $sheet, row_number, fault.column_name, header, value, fault.rule,
    {message_th}, {message_en}
from fault
join refusal_sentence as sentence
    on sentence.rule = fault.rule
    and sentence.column_name is not distinct from fault.column_name
order by row_number, fault.column_name, fault.rule
"""


def reject_rows(
    connection: duckdb.DuckDBPyConnection, file: RecordFile, is_plain: bool, today: date
) -> None:
    """A file of which record_fault names rows → rows of reject; the file is read once more."""
    batch_id = file.received.batch_id
    with found_rows(connection, file, is_plain, in_order=True) as (found, place):
        connection.execute(CREATE_REFUSED_TEXT.format(found=found), {**place, "batch_id": batch_id})
    for column in file.contract.columns:
        faults = select_faults(column, "select * from refused_text")
        connection.execute(
            ADD_VALUE_FAULTS.format(faults=faults),
            {"batch_id": batch_id, "column_name": column.name, "today": today},
        )
    connection.execute(ADD_SURPLUS_FAULTS, {"batch_id": batch_id, "rule": SURPLUS_CELLS})
    connection.register("refusal_sentence", _sentences(connection, file))
    connection.execute(
        ADD_REJECTS.format(
            values=" ".join(
                f"when '{column.name}' then refused_text.{column.name}"
                for column in file.contract.columns
            ),
            message_th=_filled("th"),
            message_en=_filled("en"),
        ),
        {
            "batch_id": batch_id,
            "file_name": file.received.file_name,
            "sheet": file.sheet.name,
            "unsound_values": UNSOUND_VALUES,
        },
    )
    connection.unregister("refusal_sentence")


def _filled(language: str) -> str:
    """The SQL of a sentence with what differs from row to row put in."""
    message = f"sentence.message_{language}"
    for place, value in (
        ("date", f"date_{language}"),
        ("row", "cast(other_row as varchar)"),
        ("file", "other_file"),
        ("reason", "other_reason"),
        ("value", "value"),
    ):
        message = f"replace({message}, '{{{place}}}', coalesce({value}, ''))"
    return message


def _sentences(connection: duckdb.DuckDBPyConnection, file: RecordFile) -> pa.Table:
    """The sentences that the faults of a file need, by column and rule."""
    needed = connection.execute(
        "select distinct column_name, rule from record_fault where batch_id = ? and rule <> ?",
        [file.received.batch_id, UNSOUND_VALUES],
    ).fetchall()
    columns = {column.name: column for column in file.contract.columns}
    rows = [
        (
            name,
            rule,
            _header(file, name),
            *(_sentence(language, rule, columns.get(name)) for language in LANGUAGES),
        )
        for name, rule in needed
    ]
    names = ("column_name", "rule", "header", *(f"message_{language}" for language in LANGUAGES))
    schema = pa.schema([(name, pa.string()) for name in names])
    return pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows], schema)


def _header(file: RecordFile, column_name: str | None) -> str | None:
    """The header as the file has it; none for a column that the file lacks."""
    if column_name not in file.positions:
        return None
    return file.sheet.headers[file.positions[column_name]]


def _sentence(language: str, rule: str, column: Column | None) -> str:
    """A rule and a column → the sentence, with what is the same for all its rows put in."""
    sentence = refusal_words(language)["row"][rule]
    if column is None:
        return sentence
    title = thai_header(column) if language == "th" else column.name
    return sentence.replace("{column}", title).replace(
        "{expected}", _expected(language, rule, column)
    )


def _expected(language: str, rule: str, column: Column) -> str:
    """What a rule asks of a column, in words."""
    if rule == "not_code":
        return str(column.digits)
    if rule == "not_choice":
        thai = (words[0] for words in column.choices.values())
        return ", ".join(thai if language == "th" else column.choices)
    if rule in ("unknown_reference", "refused_reference"):
        contract = contracts()[target_of(column)[0]]
        return contract.title_th if language == "th" else contract.title_en
    limit = column.minimum if rule == "below_minimum" else column.maximum
    return "" if limit is None else f"{limit:g}"
