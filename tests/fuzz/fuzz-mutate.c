/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-mutate.h"

#include <string.h>

/* Largest stretch that is removed, doubled or brought in from elsewhere, in bytes. */
#define MAX_CHUNK 64

static guint
below (PzRandom *random,
       gsize     limit)
{
  return limit > 0 ? pz_random_below (random, (guint) limit) : 0;
}

static guint
draw_chunk (PzRandom *random,
            gsize     most)
{
  guint length = 1 + pz_random_below (random, MAX_CHUNK);

  return (guint) MIN (length, most);
}

/* Puts bytes in at a place; they must not be part of input. */
static void
insert (GByteArray   *input,
        gsize         at,
        const guint8 *bytes,
        gsize         length)
{
  gsize tail = input->len - at;

  g_byte_array_set_size (input, (guint) (input->len + length));
  memmove (input->data + at + length, input->data + at, tail);
  if (length > 0)
    memcpy (input->data + at, bytes, length);
}

/* Copies a stretch of a source to a random place: in between, or over what is there. */
static void
bring (GByteArray   *input,
       PzRandom     *random,
       const guint8 *source,
       gsize         source_length)
{
  gsize from = below (random, source_length);
  gsize length = draw_chunk (random, source_length - from);
  g_autofree guint8 *chunk = length > 0 ? g_memdup2 (source + from, length) : NULL; /* source may be input */
  gsize at = below (random, input->len + 1);

  if (length == 0)
    return;
  if (pz_random_below (random, 2) == 0)
    insert (input, at, chunk, length);
  else
    memcpy (input->data + at, chunk, MIN (length, input->len - at));
}

static void
change_byte (GByteArray *input,
             PzRandom   *random)
{
  /* the ends of the ranges that readers tell apart */
  static const guint8 telling[] = { 0x00, 0x1F, ' ',  '\n', '"',  '0',  '9', '\\',
                                    0x7F, 0x80, 0xBF, 0xC2, 0xED, 0xF4, 0xFF };
  guint8 *byte = &input->data[below (random, input->len)];

  switch (pz_random_below (random, 4))
    {
    case 0:
      *byte ^= (guint8) (1u << pz_random_below (random, 8));
      break;
    case 1:
      *byte = (guint8) pz_random_below (random, 256);
      break;
    case 2:
      *byte = (guint8) (*byte + 1 - 2 * pz_random_below (random, 2));
      break;
    default:
      *byte = telling[pz_random_below (random, G_N_ELEMENTS (telling))];
      break;
    }
}

static void
remove_chunk (GByteArray *input,
              PzRandom   *random)
{
  guint at = below (random, input->len);

  g_byte_array_remove_range (input, at, draw_chunk (random, input->len - at));
}

/* The beginning of this one and the end of another. */
static void
splice (GByteArray *input,
        PzRandom   *random,
        GBytes     *other)
{
  gsize length;
  const guint8 *bytes = g_bytes_get_data (other, &length);
  gsize from = below (random, length);

  g_byte_array_set_size (input, below (random, input->len + 1));
  if (length > from)
    g_byte_array_append (input, bytes + from, (guint) (length - from));
}

/* One of the dictionary, or a byte where there is none. */
static void
insert_word (GByteArray        *input,
             PzRandom          *random,
             const char *const *dictionary)
{
  const char *word;

  if (dictionary == NULL)
    {
      guint8 byte = (guint8) pz_random_below (random, 256);

      insert (input, below (random, input->len + 1), &byte, 1);
      return;
    }
  word = dictionary[below (random, g_strv_length ((char **) dictionary))];
  insert (input, below (random, input->len + 1), (const guint8 *) word, strlen (word));
}

/**
 * pz_fuzz_mutate:
 * @input: changed in place
 * @random: decides everything
 * @corpus: (element-type GBytes): at least one, to take stretches from
 * @dictionary: (nullable) (array zero-terminated=1): words of the format, at least one
 * @max_length: what is longer afterwards is cut, in bytes
 *
 * One change of the kinds fuzzers make, and another as long as a coin says so: a few small changes find the way
 * past the first check, many would not.
 */
void
pz_fuzz_mutate (GByteArray        *input,
                PzRandom          *random,
                GPtrArray         *corpus,
                const char *const *dictionary,
                gsize              max_length)
{
  do
    {
      GBytes *other = g_ptr_array_index (corpus, pz_random_below (random, corpus->len));

      switch (input->len == 0 ? 4 + pz_random_below (random, 3) : pz_random_below (random, 10))
        {
        case 0:
          remove_chunk (input, random);
          break;
        case 1:
          bring (input, random, input->data, input->len);
          break;
        case 2:
          splice (input, random, other);
          break;
        case 3:
          g_byte_array_set_size (input, pz_random_below (random, input->len));
          break;
        case 4:
        case 5:
          insert_word (input, random, dictionary);
          break;
        case 6:
          bring (input, random, g_bytes_get_data (other, NULL), g_bytes_get_size (other));
          break;
        default:
          change_byte (input, random);
          break;
        }
    }
  while (pz_random_below (random, 2) == 0);
  if (input->len > max_length)
    g_byte_array_set_size (input, (guint) max_length);
}
