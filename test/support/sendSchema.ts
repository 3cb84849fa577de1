import Ajv2020 from 'ajv/dist/2020';
import { corpusJson } from './corpus';

interface SchemaFile {
	map: Record<string, string>;
	components: object;
}

/** What Meta's schema has against a body, by its type; nothing for types it does not know. */
export function sendSchema(): (body: Record<string, unknown>) => unknown[] {
	const ajv = new Ajv2020({ strict: false, validateFormats: false });
	const { map, components } = corpusJson<SchemaFile>('message-schema');
	ajv.addSchema({ $id: 'meta', components });
	const refer = (name: string) => ajv.compile({ $ref: `meta#/components/schemas/${name}` });
	const validators = new Map(Object.entries(map).map(([type, name]) => [type, refer(name)]));
	const read = refer('MarkMessageRequestPayload');
	return (body) => {
		const validate = body.status === 'read' ? read : validators.get(String(body.type));
		return validate && !validate(body) ? (validate.errors ?? []) : [];
	};
}
