package dep

func Answer() int { return 42 }
