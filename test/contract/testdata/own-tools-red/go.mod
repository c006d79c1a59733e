module example.com/owntools

go 1.24

tool github.com/google/go-licenses/v2

require (
	example.com/dep v1.0.0
	github.com/google/go-licenses/v2 v2.0.1 // indirect
)
