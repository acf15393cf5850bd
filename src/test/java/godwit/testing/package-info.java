/// Sites made and built in tests: small, real, in a temporary directory.
package godwit.testing;
