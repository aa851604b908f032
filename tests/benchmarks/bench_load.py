"""How long a large scenario takes to load: `python tests/benchmarks/bench_load.py [NODES] [ROUNDS]`.

The text is written in the manner of the first shipped call: cues, two routes with conditions of their own in every
node, and lines of four kinds with answers by landing, feedback and, for some, a condition or a better line. Prints
the size of the file and the median of the rounds, parsing and building included, in processor and in clock time.
The aim is under a second for 1,000 nodes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

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
    scene: "Moment {i}. She looks at the door, then at you, and holds the bag closer. Somewhere behind her a tap runs."
    cues: {{hands: "Her hands have gone into her sleeves. They shake a little."}}
    calls_for: [listening, empathy]
    next: n{j}
    routes:
      ready: {{when: tension < {calm} and rapport >= 40 and visits('n{i}') > 0, end: done}}
      back: {{when: tension >= {hot} or offers > {k}, to: n{back}}}
    lines:
"""

LINES = (
    """      line_{n}:
        say: "You came here for a reason, and I would like to hear it from you, in your own time, number {i}."
        does: [open_question, validate]
        reply:
          lands: "(She nods, slowly.) Yes. That is how it was, and nobody asked me about it until now."
          flat: "(She shrugs.) Maybe so."
          unheard: "(She is listening to something behind you.)"
        leads: [ready, back]
        debrief: "It gave her own words back to her before anything was asked of her. Being asked comes before asking."
""",
    """      line_{n}:
        say: "I told you twice now. Put the bag down and come over here where I can see you."
        does: [commands]
        reply:
          hurts: "(She backs away from you.) No. You sound like all the others, every one of them."
        debrief: "Two orders before any reason raised her fear in moment {i} and showed you nothing new. Say why first."
        better: line_{better}
""",
    """      line_{n}:
        say: "It has been a long night for you. I am not going anywhere, and there is nothing you have to do yet."
        does: [paraphrase, give_space]
        only_if: not asked or tension < {calm}
        set: {{asked: true}}
        reply:
          lands: "(A long breath.) It was loud. All of it at once, and then the door, and then you two."
          flat: "(Her shoulders come down a little.)"
          unheard: "(She shakes her head at something beside you, and says a name.)"
        leads: [ready]
        debrief: "It named what the last hour was like for her, and it took the hurry out of the room in moment {i}."
""",
    """      line_{n}:
        act: "Take two steps back and lower your voice so that only she can hear it."
        does: [give_space]
        secs: 8
        reply: "(She watches your feet until they stop. Her grip on the bag loosens.)"
        debrief: "Room was what her hands were asking for. Two steps cost nothing, and the next words will reach her."
        better: line_{better}
""",
)


def large_scenario(nodes: int, lines: int = 4) -> str:
    """The text of a sound scenario of this many nodes."""
    parts = [HEAD]
    for i in range(nodes):
        numbers = {"i": i, "calm": 20 + i % 25, "hot": 70 + i % 25}
        parts.append(NODE.format(**numbers, j=(i + 1) % nodes, k=i % 9, back=max(0, i - 3)))
        parts.extend(LINES[n % len(LINES)].format(**numbers, n=n, better=n - n % 2) for n in range(lines))
    return "".join([*parts, TAIL])


def main(nodes: int = 1000, rounds: int = 5) -> None:
    """Loads the file a few times and says how long it took."""
    data = large_scenario(nodes).encode()
    catalogues = shipped()
    clock, processor = [], []
    lines = 0
    for _ in range(rounds):
        start, own_start = perf_counter(), process_time()
        loaded = load_scenario(data, "large.yaml", catalogues)
        clock.append((perf_counter() - start) * 1000)
        processor.append((process_time() - own_start) * 1000)
        if loaded.scenario is None:
            sys.exit("\n".join(str(problem) for problem in loaded.problems[:5]))
        lines = sum(len(node.lines) for node in loaded.scenario.nodes.values())
    print(f"{nodes} nodes, {lines} lines, {len(data) / 1e6:.2f} MB")
    for name, times in (("processor", processor), ("clock", clock)):
        print(f"{name}: median {median(times):.0f} ms, quickest {min(times):.0f} ms of {rounds}")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]))
