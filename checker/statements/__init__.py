"""Document -> Report: split into statements, each labelled with stance, levels, figures and tasks."""
