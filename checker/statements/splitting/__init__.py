"""Text to sentences, with chapter and place; which government and year they tell of."""
