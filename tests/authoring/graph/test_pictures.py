"""Pictures of a graph: SVG that any program reads, Mermaid and DOT whose words mean nothing to them."""

import re
from xml.etree import ElementTree

import pytest

from simulator.authoring.graph.around import around
from simulator.authoring.graph.card import WIDTH
from simulator.authoring.graph.dot import dot
from simulator.authoring.graph.lettering import fitted, width_of, wrapped
from simulator.authoring.graph.mermaid import mermaid
from simulator.authoring.graph.picture import HUB, picture_of
from simulator.authoring.graph.svg import svg
from simulator.authoring.graph.traffic import traffic_of
from simulator.authoring.graph.ways import graph_of

HOSTILE = '"]; --> <script>alert(1)</script> & \x00\x1b `#34;` {{x}} | end \\" \n\u202e💧 ' + "w" * 300
SVG = "{http://www.w3.org/2000/svg}"


def words_of(drawing):
    return [each.text for each in ElementTree.fromstring(drawing.encode()).iter(f"{SVG}text")]


def test_every_moment_and_ending_stands_in_the_picture(last_bus):
    graph = graph_of(last_bus.scenario)
    words = words_of(svg(picture_of(graph)))
    assert set(graph.moments) | set(graph.endings) <= set(words)
    assert "start" in words
    assert "by itself: van_comes" in words


def test_a_picture_says_in_words_what_it_shows(last_bus):
    root = ElementTree.fromstring(svg(picture_of(graph_of(last_bus.scenario))).encode())
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "The last bus: what leads where"
    assert "window leads to story, edge." in root.find(f"{SVG}desc").text


def test_endings_and_hubs_are_words_and_the_shortest_way_in_stays_a_line(made):
    picture = picture_of(made(60))
    lines = {(line.source, line.target) for line in picture.lines}
    into_hub = [pair for pair in made(60).between() if pair[1] == "moment_30"]
    assert len(into_hub) >= HUB
    assert len([pair for pair in lines if pair[1] == "moment_30"]) == 1
    said = [name for name, card in picture.cards.items() if any(c.name == "moment_30" for c in card.chips)]
    assert len(said) == len(into_hub) - 1


def test_no_word_of_a_scenario_breaks_a_picture(made):
    picture = picture_of(made(12, words=HOSTILE))
    assert "<script" not in svg(picture)
    assert "\u202e" not in svg(picture) + mermaid(picture)
    assert words_of(svg(picture))
    for row in mermaid(picture).splitlines()[4:]:
        assert re.fullmatch(
            r"    ([me]_\w+ ?(\(?\[\".*\"\]\)?|\{\{\".*\"\}\}|(-->|-\.->|==>) ?(\|.*\|)? ?[me]_\w+)|style .*)", row
        ), row
        assert row.count('"') in (0, 2)
        assert "<script" not in row
    for row in dot(picture).splitlines():
        assert len(re.findall(r'(?<!\\)(?:\\\\)*"', row)) % 2 == 0, row


def test_nothing_is_wider_than_the_card_it_stands_on(made):
    picture = picture_of(made(12, words=HOSTILE))
    root = ElementTree.fromstring(svg(picture).encode())
    for each in root.iter(f"{SVG}g"):
        for words in each.findall(f"{SVG}text"):
            assert width_of(words.text, float(words.get("font-size"))) <= WIDTH


def test_colours_darken_with_the_amount_and_the_amount_is_said(last_bus):
    graph = graph_of(last_bus.scenario)
    traffic = traffic_of(last_bus, ["expert", "directive"], 2, 1)
    for by in ("visits", "value", "best"):
        picture = picture_of(graph, traffic, by)
        assert picture.cards["window"].told
        assert picture.cards["window"].told in " ".join(filter(None, words_of(svg(picture))))
    assert picture_of(graph, traffic, "visits").cards["window"].amount == 1
    assert "Played 8 times by simulated trainees: expert, directive." in svg(picture_of(graph, traffic, "visits"))


def test_a_way_asked_for_is_marked(last_bus):
    graph = graph_of(last_bus.scenario)
    picture = picture_of(graph, way_in=graph.shortest_way_to("edge"))
    assert [(line.source, line.target) for line in picture.lines if line.marked] == [("window", "edge")]
    assert "m_window ==>|blows| m_edge" in mermaid(picture)
    assert "penwidth=3" in dot(picture)


def test_a_part_names_what_lies_outside_it(made):
    graph = made(60)
    part = around(graph, "moment_20", 1)
    picture = picture_of(part, whole=graph)
    outside = {chip.name for card in picture.cards.values() for chip in card.chips if chip.to != "ending"}
    assert outside - set(part.moments)
    assert words_of(svg(picture))


@pytest.mark.parametrize("draw", [svg, mermaid, dot])
def test_the_same_graph_gives_the_same_text(made, draw):
    assert draw(picture_of(made(60))) == draw(picture_of(made(60)))


def test_words_are_fitted_to_their_room():
    assert fitted("short", 12, 200) == "short"
    assert fitted("much too long for this", 12, 60).endswith("…")
    assert width_of(fitted("much too long for this", 12, 60), 12) <= 60
    assert len(wrapped("one two three four five six seven", 12, 60, 2)) == 2
    assert wrapped("", 12, 60, 2) == []
