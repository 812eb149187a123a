"""SQL made from a contract: which records of a source are new, changed, the same or gone."""

from etl.contract import Column, Contract, contracts
from etl.sources.record_references import referring_columns, target_of

DISTRICT_DIGITS = 4


def record_changes(contract: Contract) -> str:
    """A contract → counts of its records by district: new, changed, same, gone.

    Needs the snapshots attached as earlier and later. A record is what the latest file says of a
    key; its district is blank where it belongs to none.
    """
    return f"""
        with earlier_record as ({_records("earlier", contract)}),
        later_record as ({_records("later", contract)})
        select
            coalesce(later_record.district_code, earlier_record.district_code) as district_code,
            count(*) filter (earlier_record.key is null) as records_new,
            count(*) filter (earlier_record.content <> later_record.content) as records_changed,
            count(*) filter (earlier_record.content = later_record.content) as records_same,
            count(*) filter (later_record.key is null) as records_gone
        from earlier_record
        full join later_record using (key)
        group by all
        order by district_code nulls first
    """


def _records(snapshot: str, contract: Contract) -> str:
    """A source in a snapshot → key, content as one number and district_code of its records."""
    content = ", ".join(f"record.{column.name}" for column in contract.columns)
    key = ", ".join(f"cast(record.{column} as varchar)" for column in contract.key)
    way = _way_to_a_district(contract, frozenset())
    joins, last = [], "record"
    for column in way[:-1]:
        source, target_key = target_of(column)
        joins.append(
            f"left join ({_latest(snapshot, source)}) as {source} "
            f"on {source}.{target_key} = {last}.{column.name}"
        )
        last = source
    district = f"{last}.{way[-1].name}[:{DISTRICT_DIGITS}]" if way else "cast(null as varchar)"
    return f"""
        select
            concat_ws(chr(31), {key}) as key,
            hash({content}) as content,
            {district} as district_code
        from ({_latest(snapshot, contract.source)}) as record
        {" ".join(joins)}
    """


def _latest(snapshot: str, source: str) -> str:
    return f"""
        select raw.*
        from {snapshot}.raw_{source} as raw
        anti join {snapshot}.superseded as superseded
            on superseded.source = '{source}'
            and superseded.batch_id = raw.batch_id
            and superseded.row_number = raw.row_number
    """


def _way_to_a_district(contract: Contract, passed: frozenset[str]) -> list[Column]:
    """The references from a source to one with the code of an area, that column last, or none."""
    for column in contract.columns:
        if column.type == "code" and (column.digits or 0) >= DISTRICT_DIGITS:
            return [column]
    for column in referring_columns(contract):
        source, _ = target_of(column)
        if source not in passed:
            rest = _way_to_a_district(contracts()[source], passed | {contract.source})
            if rest:
                return [column, *rest]
    return []
