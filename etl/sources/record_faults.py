"""Finds the rows of a source that are refused, and the rule by which each is."""

from pathlib import Path

import duckdb

from etl.contract import Contract
from etl.sources.record_areas import find_unknown_areas
from etl.sources.record_references import find_lost_references

RULE_FOLDER = Path(__file__).resolve().parents[1] / "rules"
RULES: dict[str, tuple[str, ...]] = {
    "needs": ("need_verified_before_opened", "need_closed_before_opened"),
    "help": ("help_before_need_opened",),
    "referrals": ("referral_answered_before_opened", "referral_closed_before_opened"),
    "pairings": ("pairing_ends_before_it_begins",),
}
# Stands for all faults in the values of a row, which are told apart only when it is explained.
UNSOUND_VALUES = "unsound_values"
SURPLUS_CELLS = "too_many_cells"
CREATE_FAULT = """
create or replace temp table record_fault (
    batch_id varchar, row_number bigint, column_name varchar, rule varchar,
    other_date date, other_row bigint, other_file varchar, other_reason varchar
)
"""
CREATE_REFUSED_KEY = """
create or replace temp table refused_key (
    source varchar, key varchar, file_name varchar, row_number bigint
)
"""


def create_fault_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the empty temp tables record_fault and refused_key."""
    connection.execute(CREATE_FAULT)
    connection.execute(CREATE_REFUSED_KEY)


def find_faults(connection: duckdb.DuckDBPyConnection, contract: Contract) -> bool:
    """Fills record_fault with every fault in the rows of raw_<source>; is there any?

    Sources that the contract refers to must be judged before. A row with a fault of its own
    never makes another one a duplicate.
    """
    _find_unsound_values(connection, contract)
    find_unknown_areas(connection, contract)
    find_lost_references(connection, contract)
    for rule in RULES.get(contract.source, ()):
        _apply(connection, rule)
    if _may_repeat_a_key(connection, contract):
        _find_repeated_keys(connection, contract)
    return bool(connection.table("record_fault").limit(1).fetchall())


def _find_unsound_values(connection: duckdb.DuckDBPyConnection, contract: Contract) -> None:
    connection.execute(
        f"""
        insert into record_fault (batch_id, row_number, rule)
        select batch_id, row_number, $rule
        from raw_{contract.source}
        where conversions is null
        """,
        {"rule": UNSOUND_VALUES},
    )


def _apply(connection: duckdb.DuckDBPyConnection, rule: str) -> None:
    sql = (RULE_FOLDER / f"{rule}.sql").read_text("utf-8")
    connection.execute(
        f"""
        insert into record_fault (batch_id, row_number, column_name, rule, other_date)
        select batch_id, row_number, column_name, $rule, other_date from ({sql})
        """,
        {"rule": rule},
    )


def _may_repeat_a_key(connection: duckdb.DuckDBPyConnection, contract: Contract) -> bool:
    """False only when no key stands twice in one file: equal keys have equal hashes."""
    answer = connection.execute(
        f"""
        select bool_or(keys < rows)
        from (
            select count(*) as rows, count(distinct hash({", ".join(contract.key)})) as keys
            from raw_{contract.source}
            group by batch_id
        )
        """
    ).fetchone()
    return answer is not None and bool(answer[0])


def _find_repeated_keys(connection: duckdb.DuckDBPyConnection, contract: Contract) -> None:
    key = ", ".join(contract.key)
    connection.execute(
        f"""
        insert into record_fault (batch_id, row_number, column_name, rule, other_row)
        with ranked as (
            select
                batch_id, row_number,
                min(row_number) over (partition by batch_id, {key}) as kept_row
            from raw_{contract.source}
            anti join record_fault using (batch_id, row_number)
        )
        select batch_id, row_number, '{contract.key[0]}', 'duplicate_key', kept_row
        from ranked
        where row_number > kept_row
        """
    )


def remove_faults(connection: duckdb.DuckDBPyConnection, contract: Contract) -> None:
    """Takes the rows of record_fault out of raw_<source>, keeps their keys, and empties it.

    What was corrected in such a row is not noted any more.
    """
    table = f"raw_{contract.source}"
    connection.execute(
        f"""
        insert into refused_key
        select $source, cast(raw.{contract.key[0]} as varchar), batch.file_name, raw.row_number
        from {table} as raw
        semi join record_fault using (batch_id, row_number)
        join record_batch as batch using (batch_id)
        qualify row_number() over (
            partition by raw.{contract.key[0]} order by batch.received_at desc, raw.row_number
        ) = 1
        """,
        {"source": contract.source},
    )
    for holder in (table, "correction"):
        connection.execute(
            f"""
            delete from {holder} as holder
            using record_fault as fault
            where fault.batch_id = holder.batch_id and fault.row_number = holder.row_number
            """
        )
    connection.execute("truncate record_fault")
