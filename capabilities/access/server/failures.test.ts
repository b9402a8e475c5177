import { describe, expect, test } from "vitest";
import { networkOf } from "./failures.ts";

describe("从同一处来的", () => {
  test.each([
    ["10.1.2.3", "10.1.2.3"],
    ["::ffff:10.1.2.3", "10.1.2.3"],
    ["240e:1:2:3:4:5:6:7", "240e:1:2:3"],
    ["240e:1:2:3::1", "240e:1:2:3"],
    ["240e:1::9", "240e:1:0:0"],
    ["::1", "0:0:0:0"],
  ])("%s 算作 %s", (address, network) => expect(networkOf(address)).toBe(network));
});
