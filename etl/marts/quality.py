"""Rules of doubt → tables quality_rule, their words, and data_quality_flag, what they find."""

import duckdb
import pyarrow as pa

from etl.quality_rule import QualityRule, read_quality_rules

CREATE_RULE = """
create table quality_rule as
select rule, title_th, title_en, meaning_th, meaning_en, remedy_th, remedy_en
from quality_word
"""
CREATE_FLAG = """
create table data_quality_flag (
    rule varchar, indicator varchar, found_in varchar, source varchar, area_code varchar,
    month date, found double, expected double
)
"""
ADD_FLAG = """
insert into data_quality_flag
select
    $rule, unnest(list_prepend(indicator, $spreads_to)) as indicator, indicator as found_in,
    source, area_code, month, found, expected
from ({question}) as doubt
order by all
"""


def build_quality(connection: duckdb.DuckDBPyConnection) -> None:
    """mart_indicator, core tables and batch → quality_rule and data_quality_flag.

    A flag has no indicator where a source or a unit is doubtful as a whole, and found_in is the
    indicator that the rule looked at: a doubtful part makes doubtful what is made of it. found is
    what was counted and expected what it stands beside: persons, households, reports or rows.
    """
    rules = read_quality_rules()
    words = [{"rule": rule.rule, **rule.words} for rule in rules]
    connection.register("quality_word", pa.Table.from_pylist(words))
    connection.execute(CREATE_RULE)
    connection.unregister("quality_word")
    connection.execute(CREATE_FLAG)
    for rule in rules:
        _flag(connection, rule)


def _flag(connection: duckdb.DuckDBPyConnection, rule: QualityRule) -> None:
    connection.execute(
        ADD_FLAG.format(question=rule.sql),
        {"rule": rule.rule, "spreads_to": rule.spreads_to, **rule.limits},
    )
