import type { CreatedCertificates } from './create-certificates.ts';
import type { Texts } from './texts.ts';

/** What was made, what to pass to which program, and how each system is told to trust the CA. */
export function instructions(
  { ca, caIsNew, server, clients }: CreatedCertificates,
  texts: Texts,
): string[] {
  const lines = [caIsNew ? texts.caMade(ca.cert) : texts.caKept(ca.cert)];
  if (server) lines.push(texts.serverMade(server.cert, server.names.join(', ')));
  lines.push(...clients.map(({ cert, name }) => texts.clientMade(cert, name)));
  lines.push(texts.keysStayHere);
  if (server) {
    const [host = 'localhost'] = server.names;
    const options = `--tls --cert ${server.cert} --key ${server.key}`;
    lines.push(
      '',
      texts.server,
      `  node praktikum threaded-server ${options}`,
      `  node praktikum simple-server ${options}`,
      `  node praktikum chat-server ${options} --tls-port 6697`,
      texts.client,
      `  node praktikum client ${host} --tls --ca ${ca.cert}`,
      `  openssl s_client -connect ${host}:12345 -CAfile ${ca.cert}`,
    );
  }
  for (const { name, cert, key } of clients) {
    const options = `--tls --ca ${ca.cert} --cert ${cert} --key ${key}`;
    lines.push('', texts.named(name), `  node praktikum client localhost ${options}`);
  }
  return [...lines, '', texts.trust, ...trustCommands(ca.cert)];
}

function trustCommands(path: string): string[] {
  const target = '/usr/local/share/ca-certificates/praktikum-jaringan.crt';
  return [
    `  Debian, Ubuntu   sudo cp ${path} ${target} && sudo update-ca-certificates`,
    `  Fedora, RHEL     sudo trust anchor ${path}`,
    `  macOS            sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain ${path}`,
    `  Windows          certutil -addstore -user Root ${path.replaceAll('/', '\\')}`,
    `  Firefox          about:preferences#privacy, View Certificates, Authorities, Import`,
    `  Node.js          NODE_EXTRA_CA_CERTS=${path}`,
    `  curl, Python     --cacert ${path}, ssl.create_default_context(cafile='${path}')`,
  ];
}
