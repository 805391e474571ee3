// A goroutine a client on the standard library.
// usage: server PORT WORKERS MODE LOG [CERT KEY]; WORKERS is GOMAXPROCS.
package main

import (
	"bufio"
	"crypto/tls"
	"fmt"
	"log"
	"net"
	"os"
	"runtime"
	"strconv"
	"sync"
	"time"
)

const prefix = "Anda mengirim: "

var (
	mutex sync.Mutex
	lines = bufio.NewWriterSize(os.Stdout, 4096)
)

func printLine(format string, values ...any) {
	mutex.Lock()
	fmt.Fprintf(lines, format, values...)
	mutex.Unlock()
}

func flushLines() {
	for range time.Tick(100 * time.Millisecond) {
		mutex.Lock()
		lines.Flush()
		mutex.Unlock()
	}
}

func serve(client net.Conn, echo, logging bool) {
	defer client.Close()
	before, size := len(prefix), 1024
	if echo {
		before, size = 0, 65536
	}
	buffer := make([]byte, before+size)
	copy(buffer[:before], prefix)
	address := client.RemoteAddr()
	if logging {
		printLine("Koneksi dari %s telah diterima.\n", address)
	}
	for {
		count, err := client.Read(buffer[before:])
		if err != nil {
			return
		}
		if logging {
			printLine("Dari %s: %s\n", address, buffer[before:before+count])
		}
		if _, err := client.Write(buffer[:before+count]); err != nil {
			return
		}
	}
}

func main() {
	workers, _ := strconv.Atoi(os.Args[2])
	runtime.GOMAXPROCS(workers)
	listener, err := net.Listen("tcp4", "127.0.0.1:"+os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	if len(os.Args) > 6 {
		certificate, err := tls.LoadX509KeyPair(os.Args[5], os.Args[6])
		if err != nil {
			log.Fatal(err)
		}
		listener = tls.NewListener(listener, &tls.Config{Certificates: []tls.Certificate{certificate}})
	}
	go flushLines()
	for {
		client, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go serve(client, os.Args[3] == "echo", os.Args[4] == "on")
	}
}
