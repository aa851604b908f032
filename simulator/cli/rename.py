"""`rename`: an id moved everywhere in a scenario."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    "rename", epilog="\b\nExample:\n  uv run main.py rename scenarios/corner_shop/corner_shop.yaml aisle shelves"
)
@click.argument("name", metavar="FILE|ID")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.pass_obj
def command(data: Path | None, name: str, old: str, new: str) -> int:
    """Give OLD the id NEW everywhere: where it is declared, led to, asked in conditions, named as better and played in
    tests. Nothing else changes.

    OLD is an id, `node.line` for a line, route or prompt of a node; where it could mean several things, put the kind
    before it: `node:bottle`. The file must load, and its tests are run again before it is written.
    """
    from simulator.authoring.catalogues import shipped
    from simulator.authoring.drafting.played_nodes import nodes_of_tests
    from simulator.authoring.drafting.renaming import CannotRenameError, renamed, things_named
    from simulator.authoring.scenario_tests import run_tests
    from simulator.cli.drafts import read_source, write_source
    from simulator.cli.folders import find_entry
    from simulator.encounter.program import compile_program
    from simulator.scenario.load import load_scenario

    path = find_entry(name, data).path
    source = read_source(path)
    loaded = load_scenario(source, str(path), shipped())
    if loaded.scenario is None or loaded.tree is None:
        raise click.ClickException(f"{path} does not load yet; `validate` says why. Mend that first.")
    things = things_named(loaded.tree.value, old)
    if not things:
        raise click.UsageError(f"Nothing in {path.name} is called “{old:.60}”.")
    if len(things) > 1:
        named = ", ".join(str(thing) for thing in things)
        raise click.UsageError(f"“{old:.60}” could be {named}. Say which.")
    program = compile_program(loaded.scenario, shipped())
    before = {result.test.id: result.passed for result in run_tests(program)}
    try:
        after = renamed(source, str(path), things[0], new, nodes_of_tests(program))
    except CannotRenameError as problem:
        raise click.ClickException(str(problem)) from None
    again = load_scenario(after, str(path), shipped())
    if again.scenario is None:
        first = again.errors[0]
        raise click.ClickException(f"Nothing was changed: the renamed file would not load ({first.message}).")
    results = run_tests(compile_program(again.scenario, shipped()))
    lost = [result.test.id for result in results if before.get(result.test.id, False) and not result.passed]
    if lost:
        raise click.ClickException(f"Nothing was changed: these tests would no longer pass: {', '.join(lost)}.")
    write_source(path, after)
    count = sum(a != b for a, b in zip(source.splitlines(), after.splitlines(), strict=True))
    click.echo(f"{path}: {things[0]} is now `{new}`, in {count} line{'' if count == 1 else 's'}.")
    return 0
