package calc

// Answer is generated.
const Answer = 42
