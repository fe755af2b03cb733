// Somebody who uses a client built on matrix-js-sdk, as Element is, set to its strictest: it gives
// keys to signed devices only, and reads nothing from others. Each line of standard input asks for
// one act, as JSON; each line of standard output answers one. It must not know the bot.

import "./quiet.mjs";

import { createInterface } from "node:readline";
import { createClient, ClientEvent } from "matrix-js-sdk";
import { OnlySignedDevicesIsolationMode } from "matrix-js-sdk/lib/crypto-api/index.js";

const SOON = 30_000; // milliseconds, on a machine that does other things
const ENCRYPTION = {
    type: "m.room.encryption",
    state_key: "",
    content: { algorithm: "m.megolm.v1.aes-sha2" },
};

let client;

const acts = {
    /** Log in on a new device, which the account itself signs. */
    async arrive({ homeserver, user, password }) {
        const login = await createClient({ baseUrl: homeserver }).loginRequest({
            type: "m.login.password",
            identifier: { type: "m.id.user", user },
            password,
        });
        client = createClient({
            baseUrl: homeserver,
            userId: login.user_id,
            deviceId: login.device_id,
            accessToken: login.access_token,
        });
        await client.initRustCrypto({ useIndexedDB: false });
        const crypto = client.getCrypto();
        crypto.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
        const identifier = { type: "m.id.user", user };
        await crypto.bootstrapCrossSigning({
            authUploadDeviceSigningKeys: (upload) =>
                upload({ type: "m.login.password", identifier, password }),
        });
        const first = happens(client, ClientEvent.Sync, (state) => state === "PREPARED");
        await client.startClient({ initialSyncLimit: 20 });
        await first;
        return { version: crypto.getVersion() };
    },

    /** Make an encrypted room with others; only a group has a name. */
    async invite({ users, name }) {
        const { room_id: room } = await client.createRoom({
            invite: users,
            is_direct: !name,
            name: name || undefined,
            preset: "trusted_private_chat",
            initial_state: [ENCRYPTION],
        });
        return { room };
    },

    /** Wait until somebody has come into a room. */
    async meet({ room, user }) {
        await until(() => client.getRoom(room)?.getMember(user)?.membership === "join");
        return {};
    },

    /** Write in a room. */
    async say({ room, text }) {
        const { event_id: message } = await client.sendTextMessage(room, text);
        return { message };
    },

    /** The first message of somebody, after one of ours if told, and the shield beside it. */
    async read({ room, user, after }) {
        const answer = () => {
            const events = client.getRoom(room).getLiveTimeline().getEvents();
            const since = events.findIndex((event) => event.getId() === after);
            return events
                .slice(since + 1)
                .find((event) => event.getSender() === user && isMessage(event) && isSettled(event));
        };
        const event = await until(answer);
        const shown = await client.getCrypto().getEncryptionInfoForEvent(event);
        return {
            text: event.isDecryptionFailure() ? null : event.getContent().body,
            failure: event.decryptionFailureReason,
            shield: shown?.shieldColour ?? null,
        };
    },

    /** The devices of somebody, each with whether its owner signed it. */
    async devices({ user }) {
        const crypto = client.getCrypto();
        const devices = (await crypto.getUserDeviceInfo([user], true)).get(user) ?? new Map();
        const status = async (id) => [
            id,
            (await crypto.getDeviceVerificationStatus(user, id)).signedByOwner,
        ];
        return Object.fromEntries(await Promise.all([...devices.keys()].map(status)));
    },
};

const isMessage = (event) => ["m.room.message", "m.room.encrypted"].includes(event.getType());
const isSettled = (event) => !event.isBeingDecrypted() && !event.shouldAttemptDecryption();

/** Wait for something that must come soon. */
async function until(found) {
    const end = Date.now() + SOON;
    while (Date.now() < end) {
        const result = found();
        if (result) return result;
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("nothing came");
}

function happens(emitter, name, wanted) {
    return new Promise((resolve) => {
        const listener = (...given) => {
            if (wanted(...given)) {
                emitter.off(name, listener);
                resolve();
            }
        };
        emitter.on(name, listener);
    });
}

for await (const line of createInterface({ input: process.stdin })) {
    const { act, ...given } = JSON.parse(line);
    const answer = await acts[act](given).catch((error) => ({ error: String(error) }));
    process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);
