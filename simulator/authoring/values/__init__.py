"""What decisions are worth: the value expected from a state when a typical trainee goes on, and every turn of a
played call judged by it."""

from simulator.authoring.values.annotate import annotate, judge
from simulator.authoring.values.cache import ValueCache
from simulator.authoring.values.expected import Expected, continuation_seeds, expected
from simulator.authoring.values.job import AnnotationJob

__all__ = ["AnnotationJob", "Expected", "ValueCache", "annotate", "continuation_seeds", "expected", "judge"]
