"""Commands for the form of files: what each source must hold, and saved column mappings."""

import click

from etl.commands.command import answer, command, json_option
from etl.contract import contracts
from etl.data_folder import data_folder
from etl.ending import said
from etl.mappings import ColumnMapping, MappingError, read_mappings, save_mapping
from etl.publish import only_build
from etl.report import mappings_report, sources_report
from etl.sentences import both
from etl.status import Row


@command("sources")
@json_option
def sources_command(as_json: bool) -> None:
    """Lists what every source must hold."""
    found = [
        {
            "source": contract.source,
            "title_th": contract.title_th,
            "title_en": contract.title_en,
            "key": list(contract.key),
            "columns": [
                {
                    "name": column.name,
                    "type": column.type,
                    "required": column.required,
                    "headers": list(column.headers),
                    "choices": {key: words[0] for key, words in column.choices.items()},
                    "meaning_th": column.meaning_th,
                    "meaning_en": column.meaning_en,
                }
                for column in contract.columns
            ],
        }
        for contract in contracts().values()
    ]
    answer(found, sources_report(found), as_json=as_json)


@command("map")
@click.argument("name")
@click.option("--source", required=True, help=both("option_source"))
@click.option("--column", "pairs", multiple=True, required=True, help=both("option_column"))
@json_option
def map_command(name: str, source: str, pairs: tuple[str, ...], as_json: bool) -> None:
    """Saves how a layout names the columns of a source."""
    named = [(header, column) for column, _, header in (pair.partition("=") for pair in pairs)]
    data = data_folder()
    mapping = ColumnMapping(name, source, dict(named))
    with said(as_json), only_build(data):
        if len(mapping.columns) < len(named):
            raise MappingError("mapping_header_twice")
        path = save_mapping(data.mappings, mapping)
    answer(_document(mapping), both("mapping_saved", name=name, path=path), as_json=as_json)


@command("mappings")
@json_option
def mappings_command(as_json: bool) -> None:
    """Lists the saved mappings."""
    with said(as_json):
        found = [_document(mapping) for mapping in read_mappings(data_folder().mappings)]
    answer(found, mappings_report(found), as_json=as_json)


def _document(mapping: ColumnMapping) -> Row:
    return {"name": mapping.name, "source": mapping.source, "columns": dict(mapping.columns)}


MAPPING_COMMANDS = (sources_command, map_command, mappings_command)
