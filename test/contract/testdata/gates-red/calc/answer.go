package calc

// Answer is generated.
const Answer = 41
