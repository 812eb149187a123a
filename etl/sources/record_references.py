"""Records that refer to another: the order of the sources, and the references that lead nowhere."""

from graphlib import TopologicalSorter

import duckdb

from etl.contract import Column, Contract, contracts

CORRECTIONS = "corrections"


def dependency_order() -> list[Contract]:
    """Every contract, each after those that its columns refer to."""
    graph = {
        source: {target_of(column)[0] for column in referring_columns(contract)}
        # What was decided about records is read before they are.
        | ({CORRECTIONS} - {source})
        for source, contract in contracts().items()
    }
    return [contracts()[source] for source in TopologicalSorter(graph).static_order()]


def referring_columns(contract: Contract) -> list[Column]:
    """The columns of a contract that hold the key of another source's record."""
    return [column for column in contract.columns if column.references]


def target_of(column: Column) -> tuple[str, str]:
    """A referring column → the source and the key column it refers to."""
    source, _, key = (column.references or "").partition(".")
    return source, key


def find_lost_references(connection: duckdb.DuckDBPyConnection, contract: Contract) -> None:
    """Notes in record_fault each reference to a record that was not received, or was refused."""
    for column in referring_columns(contract):
        source, key = target_of(column)
        connection.execute(
            f"""
            insert into record_fault
            with lost as (
                select raw.batch_id, raw.row_number, raw.{column.name} as key
                from raw_{contract.source} as raw
                anti join raw_{source} as target on target.{key} = raw.{column.name}
                where raw.{column.name} is not null
            )
            select
                lost.batch_id, lost.row_number, '{column.name}',
                if(refused.key is null, 'unknown_reference', 'refused_reference'),
                null, refused.row_number, refused.file_name, null
            from lost
            left join refused_key as refused
                on refused.source = '{source}' and refused.key = lost.key
            """
        )
