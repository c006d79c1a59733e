package main

import (
	"fmt"

	"example.com/green/calc"
	"example.com/green/text"
)

func main() {
	fmt.Println(text.Shout("hello"), calc.Max(1, 2))
}
