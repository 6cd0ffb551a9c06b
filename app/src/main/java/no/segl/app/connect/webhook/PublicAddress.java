package no.segl.app.connect.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Whether an address is on the open internet (IANA's special-purpose registries, RFC 6890): what is
 * not may be a machine that trusts those inside.
 */
final class PublicAddress {

    /** Address, and how many bits of it. */
    private record Block(InetAddress prefix, int bits) {
        private static Block of(String text) {
            String[] parts = text.split("/", -1);
            return new Block(InetAddress.ofLiteral(parts[0]), Integer.parseInt(parts[1]));
        }

        private boolean has(InetAddress address) {
            BitSet other = BitSet.valueOf(backwards(address));
            other.xor(BitSet.valueOf(backwards(prefix)));
            int length = address.getAddress().length * Byte.SIZE;
            return address.getClass().equals(prefix.getClass())
                    && other.nextSetBit(length - bits) < 0;
        }

        /** The last byte first, so that the first bits are the highest. */
        private static byte[] backwards(InetAddress address) {
            byte[] bytes = address.getAddress();
            byte[] backwards = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                backwards[i] = bytes[bytes.length - 1 - i];
            }
            return backwards;
        }
    }

    private static final List<Block> NOT_OPEN_4 =
            blocks(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4");

    /** Of IPv6, only what is given out as global unicast, less what leads to IPv4 or nowhere. */
    private static final Block OPEN_6 = Block.of("2000::/3");

    private static final List<Block> NOT_OPEN_6 =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddress() {}

    private static List<Block> blocks(String... texts) {
        return Arrays.stream(texts).map(Block::of).toList();
    }

    static boolean is(InetAddress address) {
        return address instanceof Inet4Address
                ? NOT_OPEN_4.stream().noneMatch(b -> b.has(address))
                : OPEN_6.has(address) && NOT_OPEN_6.stream().noneMatch(b -> b.has(address));
    }
}
