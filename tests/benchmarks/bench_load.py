"""How long a large scenario takes to load: `python tests/benchmarks/bench_load.py [NODES] [ROUNDS]`.

Prints the size of the file and the median of the rounds, parsing and building included. The aim is under a
second for 1,000 nodes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from simulator.authoring.catalogues import shipped  # noqa: E402
from simulator.scenario.load import load_scenario  # noqa: E402

HEAD = """format: 1
id: large
title: "A large call"
version: 1.0.0
briefing: {dispatch: "A call with many moments."}
setting: {place: hall, time: 10:00, distance: 5}
variables: {asked: false, offers: {from: 0, to: 9}}
cast:
  ada: {role: subject, profile: {tension: 50, needs: {fear: 1.0}}}
temperaments:
  usual: {label: "As usual"}
start: n0
nodes:
"""

TAIL = """events:
  too_long: {at: 60:00, end: done}
outcomes:
  done: {kind: voluntary, value: 80, title: "Done", after: "It ended well enough.", lesson: "Time helps."}
"""

NODE = """  n{i}:
    scene: "Moment {i}. She looks at the door, then at you, and says nothing for a while."
    cues: {{hands: "Her hands are shaking.", eyes: "Her eyes keep going to the window."}}
    calls_for: [listening, empathy]
    next: n{j}
    routes:
      ready: {{when: tension < 30 and rapport >= 40 and visits('n{i}') > 0, end: done}}
      back: {{when: tension >= 80 or offers > {k}, to: n{back}}}
    lines:
"""

LINE = """      line_{n}:
        say: "You came here for a reason, and I would like to hear it from you, number {n} of moment {i}."
        does: [paraphrase, validate]
        only_if: not asked or tension < {t}
        set: {{asked: true}}
        reply: {{lands: "(She nods, slowly.) Yes. That is how it was, and nobody asked.", flat: "(She shrugs.)", \
unheard: "(She is not listening to you.)", hurts: "(She turns away.) You sound like all the others."}}
        leads: [ready, back]
        debrief: "It gave her own words back to her, before anything was asked of her in moment {i}."
        better: line_{other}
"""


def large_scenario(nodes: int, lines: int = 4) -> str:
    """The text of a sound scenario of this many nodes."""
    parts = [HEAD]
    for i in range(nodes):
        parts.append(NODE.format(i=i, j=(i + 1) % nodes, k=i % 9, back=max(0, i - 3)))
        parts.extend(LINE.format(n=n, i=i, t=40 + n, other=(n + 1) % lines) for n in range(lines))
    return "".join([*parts, TAIL])


def main(nodes: int = 1000, rounds: int = 5) -> None:
    """Loads the file a few times and says how long it took."""
    data = large_scenario(nodes).encode()
    catalogues = shipped()
    times = []
    for _ in range(rounds):
        start = perf_counter()
        loaded = load_scenario(data, "large.yaml", catalogues)
        times.append(perf_counter() - start)
        if loaded.scenario is None:
            sys.exit("\n".join(str(problem) for problem in loaded.problems[:5]))
    print(f"{nodes} nodes, {len(data) / 1e6:.2f} MB: median {median(times) * 1000:.0f} ms of {rounds}")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]))
