"""What is put at each placeholder of a document: everything made, cited over the whole document, and fingerprinted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bubble.documents.blocks import Block, Figure, Paragraph, Source, Sources, Table
from bubble.documents.record import Record
from bubble.filling.made import Made, Maker, cites_of, credit, full, with_cites
from bubble.filling.marked import marked_png, marked_svg
from bubble.filling.placeholder import Placeholder, print_of


@dataclass(frozen=True)
class Content:
    """What stands at one placeholder: its block, what follows its caption, how much it shows, and a print of it all."""

    asked: Placeholder
    block: Block
    credit: str
    count: str
    size: str
    record: Record = field(repr=False)

    @property
    def caption(self) -> str:
        """The caption with the date of the data and its sources; of a table without them, which stand below it."""
        if isinstance(self.block, Figure):
            return full(self.block.caption, self.credit, self.asked.language)
        return self.block.caption if isinstance(self.block, Table) else ""

    @property
    def words(self) -> str:
        """The words of a sentence."""
        return "".join(run.text for run in self.block.runs) if isinstance(self.block, Paragraph) else ""

    @cached_property
    def svg(self) -> str:
        """The figure with its record inside; empty for anything else."""
        return marked_svg(self.block.svg(self.size), self.record) if isinstance(self.block, Figure) else ""

    @cached_property
    def png(self) -> bytes:
        """The same as PNG, drawn when first asked for."""
        return marked_png(self.block.png(self.size), self.record) if isinstance(self.block, Figure) else b""

    @cached_property
    def print(self) -> str:
        """A short hash of what a reader sees, the same for the same."""
        parts: list[str] = [self.asked.kind, self.asked.language, self.size, str(self.asked.width), self.credit]
        block = self.block
        if isinstance(block, Figure):
            parts += [self.svg, block.caption, block.alt]
        elif isinstance(block, Table):
            parts += [block.caption, block.note, *(column.label for column in block.columns)]
            parts += ["".join(run.text for run in cell) for row in block.rows for cell in row]
        elif isinstance(block, Paragraph):
            parts += [run.text for run in block.runs]
        elif isinstance(block, Sources):
            parts += [text for entry in block.entries for text in (str(entry.number), entry.name, entry.address)]
        return print_of(*parts)


def contents_of(maker: Maker, made: Sequence[Made], sizes: Sequence[str]) -> list[Content]:
    """What stands at each placeholder of one document, in their order.

    sizes: of the sheets that suit their places, for those that name none. Sources are numbered over the whole
    document; a caption tells their numbers where the document lists them, else how many they are.
    """
    is_listed = any(each.placeholder.kind == "sources" for each in made)
    lists = {each.placeholder.language for each in made if each.placeholder.kind == "sources"}
    cited = {language: maker.cited(made, language) for language in lists or {"en"}}
    numbering = next(iter(cited.values()))
    found: list[Content] = []
    for each, size in zip(made, sizes, strict=True):
        numbers = cites_of(numbering, each)
        block, count = with_cites(each, numbers).block, each.count
        if isinstance(block, Sources):
            entries = _without_passages(cited[each.placeholder.language].sources.entries)
            block, count = Sources(entries), f"{len(entries):,} {'source' if len(entries) == 1 else 'sources'}"
        told = credit(each, maker.day, numbers, is_listed=is_listed) if isinstance(block, (Figure, Table)) else ""
        chosen = each.placeholder.size or size
        found.append(Content(each.placeholder, block, told, count, chosen, maker.record(each.placeholder, chosen)))
    return found


def _without_passages(entries: Iterable[Source]) -> tuple[Source, ...]:
    """Sources as a report lists them: what each of them says stands in a card or in the page of the figure."""
    return tuple(Source(entry.number, entry.name, entry.address) for entry in entries)
