"""Seed and temperament from a class word."""

from simulator.records.class_draw import chance_draw, class_draw

THREE = ("a", "b", "c")


def test_a_class_word_gives_everyone_the_same_draw_however_it_is_typed():
    assert len({class_draw(word, "bus", THREE) for word in ("Tuesday A", " tuesday  a ", "Ｔuesday a")}) == 1


def test_other_words_and_other_calls_draw_otherwise():
    assert class_draw("tuesday", "bus", THREE) != class_draw("wednesday", "bus", THREE)
    assert class_draw("tuesday", "bus", THREE) != class_draw("tuesday", "shop", THREE)


def test_every_temperament_is_drawn_by_some_word():
    assert {class_draw(f"word {number}", "bus", THREE)[1] for number in range(40)} == set(THREE)


def test_chance_keeps_the_temperament_that_was_asked_for():
    assert chance_draw(THREE, "b")[1] == "b"
    assert chance_draw(THREE)[1] in THREE
