module example.com/gates

go 1.22

require example.com/unused v0.0.0

replace example.com/unused => ./unused
