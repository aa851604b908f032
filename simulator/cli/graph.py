"""`graph`: what leads where in a call, in words or as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from simulator.authoring.graph.picture import Colouring, Picture
    from simulator.authoring.graph.traffic import Traffic
    from simulator.authoring.graph.ways import Graph
    from simulator.scenario.model import Scenario

_SUFFIXES = {".svg": "svg", ".mmd": "mermaid", ".mermaid": "mermaid", ".dot": "dot", ".gv": "dot"}
_MANY = 100


@click.command("graph", epilog="\b\nExample:\n  uv run main.py graph corner_shop --output corner_shop.svg --by visits")
@click.argument("name", metavar="ID|FILE")
@click.option("--into", metavar="NODE", help="Who leads to this moment or ending; a picture marks the shortest way.")
@click.option("--around", metavar="NODE", help="Only what lies around this moment or ending.")
@click.option("--depth", type=click.IntRange(1, 50), default=2, show_default=True, help="How far `--around` goes.")
@click.option(
    "--by",
    type=click.Choice(["visits", "value", "best"]),
    help="Colour by what simulated trainees do: how many come here, how their calls end, the best end.",
)
@click.option("--policy", "policies", multiple=True, metavar="NAME", help="Who plays; can be given again.")
@click.option("--runs", type=click.IntRange(1, 10_000), default=20, show_default=True, help="Calls of each.")
@click.option("--seed", type=click.IntRange(0, 2**63), default=1, show_default=True, help="Seed of the whole.")
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this .svg, .mmd or .dot file."
)
@click.option(
    "--format", "kind", type=click.Choice(["svg", "mermaid", "dot"]), help="Print a picture in this language."
)
@click.option("--open", "open_it", is_flag=True, help="Show the picture in the browser.")
@click.pass_obj
def command(
    data: Path | None,
    name: str,
    into: str | None,
    around: str | None,
    depth: int,
    by: str | None,
    policies: tuple[str, ...],
    runs: int,
    seed: int,
    output: Path | None,
    kind: str | None,
    open_it: bool,
) -> int:
    """Show what leads where in the call ID: in words, or as a picture with `--output`, `--format` or `--open`.

    Lines that lead back are dashed; endings, and moments that many others lead to, are named on the cards. Without
    `--policy`, simulated trainees are a novice, a typical one and an expert.
    """
    from simulator.authoring.graph.around import around as part_of
    from simulator.authoring.graph.picture import picture_of
    from simulator.authoring.graph.ways import graph_of
    from simulator.cli.output import write_out

    chosen = _language(kind, output, open_it)
    scenario = _scenario(name, data)
    graph = graph_of(scenario)
    for asked in (into, around):
        _known(graph, asked)
    traffic = _traffic(scenario, policies, runs, seed) if by is not None or policies else None
    whole = graph
    if around is not None:
        graph = part_of(graph, around, depth)
    if chosen is None:
        _tell(graph, whole, into, traffic)
        return 0
    colouring: Colouring = by or ("visits" if traffic is not None else "plain")  # type: ignore[assignment]
    way_in = whole.shortest_way_to(into) if into is not None else ()
    picture = picture_of(graph, traffic, colouring, way_in, whole)
    if len(graph.moments) > _MANY:
        click.echo(f"{len(graph.moments)} moments make a large picture: `--around NODE` shows a part of it.", err=True)
    text = _drawn(picture, chosen)
    if open_it:
        _show(text, output, graph.id)
    else:
        write_out(text, output)
    return 0


def _language(kind: str | None, output: Path | None, open_it: bool) -> str | None:
    """The language to draw in; None for words."""
    by_name = _SUFFIXES.get(output.suffix.lower()) if output is not None else None
    if output is not None and kind is None and by_name is None:
        raise click.UsageError(f"{output.name}: name it .svg, .mmd or .dot, or say which with --format.")
    chosen = kind or by_name
    if open_it and chosen not in (None, "svg"):
        raise click.UsageError("--open shows an SVG picture: leave --format away, or name the file .svg.")
    return "svg" if open_it else chosen


def _scenario(name: str, data: Path | None) -> Scenario:
    from simulator.cli.folders import find_entry, load_call

    entry = find_entry(name, data)
    # A file that cannot be played is told of as `play` tells of it.
    return entry.scenario if entry.scenario is not None else load_call(name, data).program.scenario


def _known(graph: Graph, name: str | None) -> None:
    from simulator.cli.folders import ended
    from simulator.scenario.problem import did_you_mean

    if name is not None and name not in graph.moments and name not in graph.endings:
        hint = did_you_mean(name, [*graph.moments, *graph.endings])
        raise click.UsageError(f"“{name:.60}” is no moment or ending of this call: {ended(hint)}")


def _traffic(scenario: Scenario, policies: tuple[str, ...], runs: int, seed: int) -> Traffic:
    from simulator.authoring.catalogues import shipped
    from simulator.authoring.graph.traffic import traffic_of
    from simulator.authoring.trainees import POLICIES
    from simulator.cli.folders import ended
    from simulator.encounter.actions import ActionRefused
    from simulator.encounter.program import compile_program
    from simulator.scenario.problem import did_you_mean

    for policy in policies:
        if policy not in POLICIES:
            raise click.UsageError(f"“{policy:.60}” is not a policy: {ended(did_you_mean(policy, POLICIES))}")
    who = policies or ("novice", "typical", "expert")
    try:
        return traffic_of(compile_program(scenario, shipped()), who, runs, seed)
    except ActionRefused:
        raise click.ClickException(
            "A simulated trainee came to a moment where nothing can be chosen. Give every moment a line (`validate` "
            "lists the gaps of a draft), or leave --by and --policy away."
        ) from None


def _tell(graph: Graph, whole: Graph, into: str | None, traffic: Traffic | None) -> None:
    from simulator.authoring.graph.telling import leads_here, outline

    for row in leads_here(whole, into, traffic) if into is not None else outline(graph, traffic):
        click.echo(row)


def _drawn(picture: Picture, language: str) -> str:
    if language == "mermaid":
        from simulator.authoring.graph.mermaid import mermaid

        return mermaid(picture)
    if language == "dot":
        from simulator.authoring.graph.dot import dot

        return dot(picture)
    from simulator.authoring.graph.svg import svg

    return svg(picture)


def _show(text: str, output: Path | None, id_: str) -> None:
    """Writes the picture, to a temporary folder where no file is named, and shows it."""
    import tempfile
    import webbrowser

    from simulator.cli.output import write_out

    path = output or Path(tempfile.mkdtemp(prefix="deescalation-")) / f"{id_}.svg"
    write_out(text, path)
    if not webbrowser.open(path.absolute().as_uri()):
        click.echo(f"No browser could be started. Open {path} yourself.", err=True)
