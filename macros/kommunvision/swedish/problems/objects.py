"""What messages call the objects of the data: definite forms by the name of their record."""

DEFINITE: dict[str, str] = {
    "kommun": "kommunen",
    "body": "organet",
    "model": "styrmodellen",
    "level": "nivån",
    "category": "kategorin",
    "vision": "visionen",
    "goal": "målet",
    "indicator": "indikatorn",
    "decision": "beslutet",
    "source": "källan",
    "news": "nyheten",
    "theme": "temat",
}

# Between the links of a loop.
ARROW = " → "
