//! `wiretap` reads and writes recordings of network traffic.

pub mod pcap;
