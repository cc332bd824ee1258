"""Answer cards: a question's answer on a page that somebody else can check."""
