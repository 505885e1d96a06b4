"""How things look: components, drawings, and the views that fill them from the model."""
