/**
 * The one layout. `%%name%%` is filled in later with escaped text; what stands between the `action` marks is left out
 * where there is no link. System fonts and no pictures: opening a mail must call no other server.
 */
export const layout = `
<mjml lang="%%language%%" dir="ltr">
  <mj-head>
    <mj-title>%%subject%%</mj-title>
    <mj-preview>%%title%%</mj-preview>
    <mj-attributes>
      <mj-all font-family="-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
      <mj-text color="#1f2a30" font-size="16px" line-height="24px" padding="0 32px" />
    </mj-attributes>
    <mj-style>p { margin: 0 0 16px; } ul { margin: 0 0 16px; padding-left: 24px; } h1 { margin: 0 0 16px; }</mj-style>
  </mj-head>
  <mj-body background-color="#eef1f2" width="600px">
    <mj-section padding="24px 0 12px">
      <mj-column>
        <mj-text font-size="14px" color="#46555d">%%organization%%</mj-text>
      </mj-column>
    </mj-section>
    <mj-section background-color="#ffffff" padding="32px 0 16px" border-top="4px solid #1f5c6b">
      <mj-column>
        <mj-text><h1 style="font-size:22px;line-height:28px;">%%title%%</h1>%%body%%</mj-text>
        <mj-raw>%%action-start%%</mj-raw>
        <mj-button href="%%link%%" background-color="#1f5c6b" color="#ffffff" font-size="16px" font-weight="600"
          border-radius="4px" inner-padding="14px 24px" align="left" padding="8px 32px 24px">%%action%%</mj-button>
        <mj-text font-size="14px" line-height="20px" color="#46555d">
          <p>%%without-button%%<br />%%link%%</p>
        </mj-text>
        <mj-raw>%%action-end%%</mj-raw>
      </mj-column>
    </mj-section>
    <mj-section padding="16px 0 24px">
      <mj-column>
        <mj-text font-size="14px" line-height="20px" color="#46555d">%%footer%%</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`;
