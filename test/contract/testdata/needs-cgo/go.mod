module example.com/needscgo

go 1.22
