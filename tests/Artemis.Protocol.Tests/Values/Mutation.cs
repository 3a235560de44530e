namespace Artemis.Protocol.Tests.Values;

/// <summary>Damages bytes as a bad line or an ill-meaning peer does.</summary>
internal static class Mutation
{
    /// <summary>The bytes with one to four changes behind the first <paramref name="spared"/>.</summary>
    public static byte[] Of(byte[] bytes, Random random, int spared = 0)
    {
        var damaged = bytes.ToList();
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(spared, damaged.Count + 1);
            switch (random.Next(6))
            {
                case 0:
                    damaged.Insert(at, (byte)random.Next(256));
                    break;
                case 1:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
                case 2 when at < damaged.Count:
                    damaged.RemoveAt(at);
                    break;
                case 3 when at < damaged.Count:
                    damaged[at] = (byte)(damaged[at] ^ (1 << random.Next(8)));
                    break;
                case 4 when at < damaged.Count:
                    damaged[at] = (byte)(random.Next(2) * 255);
                    break;
                default:
                    if (at < damaged.Count)
                        damaged[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. damaged];
    }
}
