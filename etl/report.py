"""What a command answers, in words and aligned columns, Thai first."""

from collections.abc import Sequence
from datetime import date, datetime

from etl.batches import BATCH_COUNTS
from etl.change_report import changes_report
from etl.gather import THAI_TIME
from etl.load import Outcome
from etl.sentences import LANGUAGES, both, headings, label, sentence
from etl.status import BUDDHIST_ERA_OFFSET_YEARS, COUNTS, Row
from etl.text_table import text_table

OTHER_ENCODINGS = ("cp874", "utf-16")


def outcome_report(outcome: Outcome, headline: str) -> str:
    """What load or check did → its headline, files left out, rows by source and refusals."""
    status = outcome.status
    parts = [both(headline, build_id=status["build_id"])]
    if headline == "loaded" and outcome.received_files:
        parts.append(both("received", files=outcome.received_files))
    if outcome.left_out_files:
        parts.append(both("left_out", files=outcome.left_out_files))
    parts.append(status_report(status))
    if outcome.refusals:
        parts.append(_refusals(outcome.refusals, status))
    parts += [both("refused_workbook", path=path) for path in outcome.refused_workbooks]
    if outcome.changes is not None:
        parts.append(changes_report(outcome.changes))
    return "\n".join(parts)


def status_report(status: Row) -> str:
    """A status → the build, rows by source, TPMAP's totals and where the refused rows are."""
    parts = [_build_line(language, status) for language in LANGUAGES]
    parts.append(_source_table(status["sources"]))
    parts += [line for source in status["sources"] for line in _readings(source)]
    if status["tpmap"] is not None:
        parts.append(both("tpmap", **status["tpmap"]))
    if status["rejects"] is not None:
        parts.append(both("rejects_file", path=status["rejects"]))
    return "\n".join(parts)


def claims_report(claims: Sequence[Row]) -> str:
    """Rows of table claim → a line for each, then the reason of each that is flagged."""
    rows = [
        [claim["claim_id"], _figure(claim["value"]), _figure(claim["computed"]), *_words(claim)]
        for claim in claims
    ]
    reasons = [
        f"{claim['claim_id']}: {claim[f'reason_{language}']}"
        for claim in claims
        if claim["status"] != "agrees"
        for language in LANGUAGES
    ]
    headers = headings("claim", "value", "computed", "status", "title")
    return "\n".join([text_table([*headers, *rows], "lrrll"), *reasons])


def batches_report(batches: Sequence[Row]) -> str:
    """Files on the shelf → a line for each: id, source, name, rows, standing, who decided why."""
    rows = [
        [
            batch["batch_id"],
            batch["source"],
            batch["file_name"],
            *("" if batch[name] is None else f"{batch[name]:,}" for name in BATCH_COUNTS),
            label(f"standing_{batch['standing']}"),
            batch["decided_by"] or "",
            batch["reason"] or "",
        ]
        for batch in batches
    ]
    columns = ("batch", "source", "file_name", *BATCH_COUNTS, "standing", "decided_by", "reason")
    return text_table([*headings(*columns), *rows], "lllrrrlll")


def sources_report(sources: Sequence[Row]) -> str:
    """Sources with their columns → for each a title and a line for each column."""
    parts = []
    for source in sources:
        rows = [
            [
                column["name"],
                ", ".join(column["headers"]),
                label("yes") if column["required"] else "",
                column["meaning_th"],
            ]
            for column in source["columns"]
        ]
        parts.append(f"{source['source']}: {source['title_th']} / {source['title_en']}")
        columns = headings("column", "header", "required", "meaning")
        parts.append(text_table([*columns, *rows], "llll"))
    return "\n".join(parts)


def mappings_report(mappings: Sequence[Row]) -> str:
    """Mappings → a line for each header: the mapping, its source, the header, the column."""
    rows = [
        [mapping["name"], mapping["source"], header, column]
        for mapping in mappings
        for header, column in mapping["columns"].items()
    ]
    return text_table([*headings("mapping", "source", "header", "column"), *rows], "llll")


def snapshots_report(snapshots: Sequence[Row]) -> str:
    """Snapshots → a line for each: id, size in MB, whether it serves."""
    rows = [
        [
            snapshot["build_id"],
            f"{snapshot['size_bytes'] / 1e6:,.1f}",
            label("yes") if snapshot["is_serving"] else "",
        ]
        for snapshot in snapshots
    ]
    return text_table([*headings("build", "size", "serving"), *rows], "lrl")


def _build_line(language: str, status: Row) -> str:
    built_at = datetime.fromisoformat(status["built_at"]) + THAI_TIME
    as_of_date = status["as_of_date"]
    return sentence(
        language,
        "build",
        build_id=status["build_id"],
        built_at=f"{_day(language, built_at)} {built_at:%H:%M}",
        as_of_date=_day(language, date.fromisoformat(as_of_date))
        if as_of_date
        else sentence(language, "no_date"),
        origin=sentence(
            language, "origin_synthetic" if status["is_synthetic"] else "origin_observed"
        ),
    )


def _day(language: str, day: date) -> str:
    """A day in figures: Buddhist era in Thai, ISO in English."""
    if language == "th":
        return f"{day.day}/{day.month}/{day.year + BUDDHIST_ERA_OFFSET_YEARS}"
    return f"{day:%Y-%m-%d}"


def _source_table(sources: Sequence[Row]) -> str:
    rows = [
        [row["source"], *(f"{n:,}" for n in (len(row["files"]), *(row[name] for name in COUNTS)))]
        for row in sources
    ]
    files = sum(len(row["files"]) for row in sources)
    sums = (sum(row[name] for row in sources) for name in COUNTS)
    total = [label("column_total"), *(f"{n:,}" for n in (files, *sums))]
    headers = headings("source", "files", *COUNTS)
    return text_table([*headers, *rows, total], "l" + "r" * (len(COUNTS) + 1))


def _readings(source: Row) -> list[str]:
    """How each file of a source was read, where that is not how it usually is."""
    return [
        "  " + sentence(language, name, file_name=file["file_name"], **fields)
        for file in source["files"]
        for name, fields in _unusual(file)
        for language in LANGUAGES
    ]


def _unusual(file: Row) -> list[tuple[str, Row]]:
    """What is told of the reading of a file → the names of the sentences, and their fields."""
    found: list[tuple[str, Row]] = []
    if file["encoding"] in OTHER_ENCODINGS:
        found.append(("read_encoding", {"encoding": file["encoding"].upper()}))
    if (file["header_row"] or 1) > 1:
        found.append(("read_header_row", {"row": file["header_row"]}))
    if file["mapping"]:
        found.append(("read_mapping", {"mapping": file["mapping"]}))
    if file["unused_headers"]:
        found.append(("read_unused_headers", {"headers": ", ".join(file["unused_headers"])}))
    if file["rows_set_aside"]:
        found.append(("read_set_aside", {"rows": file["rows_set_aside"]}))
    return found


def _refusals(refusals: Sequence[Row], status: Row) -> str:
    """How many rows were refused, and the first faults in both languages."""
    rows = sum(source["rows_rejected"] for source in status["sources"])
    return "\n".join(
        [
            both("refused_rows", rows=rows),
            *(
                "  " + sentence(language, "refused_row", **_place(refusal))
                for refusal in refusals
                for language in LANGUAGES
            ),
        ]
    )


def _place(refusal: Row) -> Row:
    return {
        **refusal,
        "sheet": f"[{refusal['sheet']}] " if refusal["sheet"] else "",
        "header": refusal["header"] or refusal["column_name"],
        "value": "" if refusal["value"] is None else refusal["value"],
    }


def _figure(value: float | None) -> str:
    return label("no_value") if value is None else f"{value:,.2f}".removesuffix(".00")


def _words(claim: Row) -> tuple[str, str]:
    return label(f"status_{claim['status']}"), f"{claim['title_th']} / {claim['title_en']}"
