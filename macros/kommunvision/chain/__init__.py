"""The resolved view of goals: which way up, what stands below, in every direction."""

from kommunvision.chain.site import Site
from kommunvision.chain.system import GoalSystem, Node

__all__ = ["GoalSystem", "Node", "Site"]
