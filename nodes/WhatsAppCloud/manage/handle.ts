import { uploadHandle } from '../../../core/graph/resumableUpload';
import { InputError } from '../../../core/input';
import { uploadFile } from '../../../core/message/mediaFile';
import type { MediaKind } from '../../../core/message/media';
import { readBinary } from '../../shared/binary';
import { textField, type Fields } from '../form';

/** Uploads the file in the binary field that the field `name` names, and gives Meta's handle of it. */
export async function uploadedHandle(
	form: Fields,
	field: string,
	kind: MediaKind,
): Promise<string> {
	const { context, item, services } = form;
	const { appId } = services.account;
	if (!/^\d+$/.test(appId)) {
		throw new InputError('The credential has no App ID, which uploads need. Enter it there.');
	}
	const file = uploadFile(await readBinary(context, item, field), kind);
	return await uploadHandle(services.graph, appId, file, services);
}

/** The same for a field of the operation that holds the name of the binary field. */
export const handleIn = async (form: Fields, name: string, kind: MediaKind) =>
	await uploadedHandle(form, textField(form, name).trim(), kind);
