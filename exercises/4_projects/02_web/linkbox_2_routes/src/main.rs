use linkbox::domain::Memory;

fn main() -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("http://{}/health", listener.local_addr()?);
        axum::serve(listener, linkbox::routes::app(Box::new(Memory::default()))).await
    })
}
