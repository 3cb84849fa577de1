import { encodeMultipart } from '../../../core/graph/multipart';

it('reads back as the same form in a standard parser', async () => {
	const data = Buffer.from([0, 13, 10, 45, 45, 255, 254]);
	const { contentType, body } = encodeMultipart({
		messaging_product: 'whatsapp',
		type: 'image/png',
		file: { filename: 'a "b"\r\nX-Evil: 1.png', contentType: 'image/png', data },
	});
	const response = new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } });
	const form = await response.formData();
	expect(form.get('messaging_product')).toBe('whatsapp');
	expect(form.get('type')).toBe('image/png');
	const file = form.get('file') as File;
	expect(file.type).toBe('image/png');
	expect(Buffer.from(await file.arrayBuffer()).equals(data)).toBe(true);
	expect(body.toString('latin1')).not.toMatch(/^X-Evil/m);
});
