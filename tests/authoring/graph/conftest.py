"""Made graphs: as large as a test asks for, and like a scenario's."""

import random
from types import MappingProxyType

import pytest

from simulator.authoring.graph.ways import Ending, Graph, Moment, Way

WORDS = "He looks past you at the door. Somebody has left the radio on, and it talks to nobody at all."


def make_graph(count: int, seed: int = 1, words: str = WORDS) -> Graph:
    """A graph that goes mostly forward, with a hub, ways back, and three endings."""
    pick = random.Random(seed)
    ids = [f"moment_{number}" for number in range(count)]
    ways = []
    for number, name in enumerate(ids):
        targets = {min(count - 1, number + pick.choice([1, 1, 2, 3, 6])) for _ in range(pick.randint(1, 3))}
        if pick.random() < 0.12:
            targets.add(max(0, number - pick.randint(1, 6)))
        if pick.random() < 0.4:
            targets.add(count // 2)
        ways += [Way(name, ids[target], False, "line", f"to_{target}") for target in sorted(targets - {number})]
        if pick.random() < 0.35 or number > count - 4:
            ways.append(Way(name, pick.choice(["good", "force", "left"]), True, "line", "end"))
    ways.append(Way(None, ids[-1], False, "event", "too_much", "", "tension >= 80"))
    endings = [
        Ending("good", words, "voluntary", 95.0),
        Ending("force", words, "force", 8.0),
        Ending("left", words, "disengaged", 40.0),
    ]
    return Graph(
        "made",
        words[:30],
        ids[0],
        MappingProxyType(
            {name: Moment(name, words, pick.randint(1, 7), number % 3 == 0) for number, name in enumerate(ids)}
        ),
        MappingProxyType({ending.id: ending for ending in endings}),
        tuple(ways),
    )


@pytest.fixture(scope="session")
def made():
    return make_graph
