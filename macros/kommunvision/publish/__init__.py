"""Publishing a finished site: all of it or nothing, and always with a way back."""

from kommunvision.publish.fault import FailedError, PublishError, RefusedError, UnsureError
from kommunvision.publish.release import Changes, State
from kommunvision.publish.releases import Outcome, Releases
from kommunvision.publish.site import Site
from kommunvision.publish.target import Target, target

__all__ = [
    "Changes",
    "FailedError",
    "Outcome",
    "PublishError",
    "RefusedError",
    "Releases",
    "Site",
    "State",
    "Target",
    "UnsureError",
    "target",
]
