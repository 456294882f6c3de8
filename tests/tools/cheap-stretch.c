/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Trying a passphrase takes most of a second and 256 MB, which is its purpose. A test that tries it hundreds of times
 * to see something else links this, or loads it before the program: the same function, with the least work it can do.
 * What it answers is none of the real one's answers: everything that is to understand each other needs it, or nothing. */
#include <dlfcn.h>
#include <sodium.h>
#include <stdlib.h>

int
crypto_pwhash_argon2id (unsigned char *const       out,
                        unsigned long long         length,
                        const char *const          passphrase,
                        unsigned long long         passphrase_length,
                        const unsigned char *const salt,
                        unsigned long long         passes,
                        size_t                     memory,
                        int                        algorithm)
{
  static __typeof__ (&crypto_pwhash_argon2id) real;

  (void) passes;
  (void) memory;
  if (real == NULL)
    real = (__typeof__ (real)) dlsym (RTLD_NEXT, "crypto_pwhash_argon2id");
  if (real == NULL)
    abort ();
  return real (out, length, passphrase, passphrase_length, salt, crypto_pwhash_argon2id_OPSLIMIT_MIN,
               crypto_pwhash_argon2id_MEMLIMIT_MIN, algorithm);
}
