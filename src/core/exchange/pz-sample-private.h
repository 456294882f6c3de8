/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-document.h"
#include "pz-random.h"
#include "pz-sample.h"
#include "pz-store.h"

G_BEGIN_DECLS

/* A school is made of sections of the size of a class: inside one, people meet and traits keep their shares. */
#define PZ_SAMPLE_SECTION 28
/* Sections of a school that get activities; the rest would only be more of the same. */
#define PZ_SAMPLE_ACTIVE_SECTIONS 12
#define PZ_SAMPLE_MAX_ABSENCES 4
/* Names of families that speak the language of the school. */
#define PZ_SAMPLE_SCHOOL_CULTURE 0

typedef enum
{
  PZ_SAMPLE_SEEN_OFTEN,
  PZ_SAMPLE_SEEN_SOMETIMES,
  PZ_SAMPLE_SEEN_SELDOM,
} PzSampleAttention;

typedef enum
{
  PZ_SAMPLE_NO_SPEECH,     /* does not use text to speech */
  PZ_SAMPLE_SPEECH_HELPS,  /* scores are higher with it */
  PZ_SAMPLE_SPEECH_HINDERS /* scores are lower with it */
} PzSampleSpeech;

/* What the generator remembers of a learner after the document was written. Days are Julian days as in GDate. */
typedef struct
{
  char id[PZ_ID_LENGTH + 1];
  char *name; /* as called in class */
  guint index;
  guint culture;
  gint64 ability; /* thousandths, 0 on average, mostly -2000 to 2000 */
  guint n_needs;
  PzSampleAttention attention;
  PzSampleSpeech speech;
  gboolean unsteady_access; /* the group whose distance grows */
  gboolean isolate;         /* works with hardly anybody */
  guint n_absences;
  guint32 absent_from[PZ_SAMPLE_MAX_ABSENCES];
  guint32 absent_to[PZ_SAMPLE_MAX_ABSENCES];
} PzSampleLearner;

typedef enum
{
  PZ_SAMPLE_WORDS_PER_MINUTE,
  PZ_SAMPLE_HELP_ASKED,
  PZ_SAMPLE_FACTS,
  PZ_SAMPLE_PARAGRAPHS,
  PZ_SAMPLE_HOMEWORK,
  PZ_SAMPLE_ANSWERS,
  PZ_SAMPLE_MINUTES_TO_START,
  PZ_SAMPLE_TAKES_PART,
  PZ_SAMPLE_STEPS_EXPLAINED,
  PZ_SAMPLE_N_MEASURES
} PzSampleMeasure;

typedef enum
{
  PZ_SAMPLE_TEXT_TO_SPEECH,
  PZ_SAMPLE_DRILL_TABLET,
  PZ_SAMPLE_VIDEO_LESSONS,
  PZ_SAMPLE_PARTNER_READING,
  PZ_SAMPLE_SMALL_GROUP,
  PZ_SAMPLE_HELP_CARDS,
  PZ_SAMPLE_PLANNING_SHEET,
  PZ_SAMPLE_SQUARED_PAPER,
  PZ_SAMPLE_PICTURE_TIMETABLE,
  PZ_SAMPLE_TALKING_STONES,
  PZ_SAMPLE_SHARED_DOCUMENT,
  PZ_SAMPLE_LARGER_PRINT,
  PZ_SAMPLE_N_STRATEGIES
} PzSampleStrategy;

typedef enum
{
  PZ_SAMPLE_LENS_LANGUAGE,
  PZ_SAMPLE_LENS_SUPPORT,
  PZ_SAMPLE_LENS_ACCESS,
  PZ_SAMPLE_N_LENSES
} PzSampleLens;

#define PZ_SAMPLE_N_LEVELS 4
#define PZ_SAMPLE_N_SHARED_GOALS 3

typedef struct
{
  PzSampleOptions options; /* the name is not used from here */
  PzDocument *classroom;
  PzStore *store;
  PzClock *clock;
  GPtrArray *unsaved;      /* (element-type PzDocument): of learners or activities, not on disk yet */
  guint32 today;
  guint32 term_start; /* a Monday */
  guint32 term_end;   /* a Friday after today */
  guint32 break_from; /* a week without school; 0: none */
  guint32 closed[2];  /* single days without school; 0: none */
  char levels[PZ_SAMPLE_N_LEVELS][PZ_ID_LENGTH + 1];
  char measures[PZ_SAMPLE_N_MEASURES][PZ_ID_LENGTH + 1];
  char strategies[PZ_SAMPLE_N_STRATEGIES][PZ_ID_LENGTH + 1];
  char lenses[PZ_SAMPLE_N_LENSES][PZ_ID_LENGTH + 1];
  char shared_goals[PZ_SAMPLE_N_SHARED_GOALS][PZ_ID_LENGTH + 1];
  PzSampleLearner *learners; /* options.n_learners of them */
  GHashTable *names;         /* (element-type utf8 utf8): full names given so far */
} PzSampleRun;

/* tools */
void        pz_sample_stream        (PzRandom          *random,
                                     const PzSampleRun *run,
                                     guint              purpose,
                                     guint              index);
gboolean    pz_sample_chance        (PzRandom          *random,
                                     guint              percent);
int         pz_sample_between       (PzRandom          *random,
                                     int                least,
                                     int                most);
gint64      pz_sample_noise         (PzRandom          *random,
                                     gint64             spread);
char       *pz_sample_pick          (PzRandom          *random,
                                     const char        *words);
void        pz_sample_shuffle       (PzRandom          *random,
                                     guint             *numbers,
                                     guint              n_numbers);
void        pz_sample_set_id        (char               id[PZ_ID_LENGTH + 1],
                                     PzRecord          *record);
void        pz_sample_set_day       (PzRecord          *record,
                                     guint              field,
                                     guint32            day);
char       *pz_sample_day_to_text   (guint32            day);
gboolean    pz_sample_is_school_day (const PzSampleRun *run,
                                     guint32            day);
gboolean    pz_sample_is_absent     (const PzSampleLearner *learner,
                                     guint32            day);

/* documents */
PzDocument *pz_sample_add_document  (PzSampleRun       *run,
                                     PzDocumentKind     kind);
gboolean    pz_sample_save          (PzSampleRun       *run,
                                     GError           **error);
void        pz_sample_end_run       (PzSampleRun       *run);
char       *pz_sample_generate      (const char        *staging,
                                     const PzSampleOptions *options,
                                     guint64            seed,
                                     GCancellable      *cancellable,
                                     GError           **error);

/* names */
guint       pz_sample_n_cultures    (void);
const char *pz_sample_language      (guint              culture);
void        pz_sample_draw_name     (PzRandom          *random,
                                     guint              culture,
                                     const char        *pronouns,
                                     gboolean           doubled,
                                     char             **given,
                                     char             **family);

/* the parts of the class, in the order they are written */
void        pz_sample_fill_classroom    (PzSampleRun       *run);
void        pz_sample_deal_traits       (PzSampleRun       *run);
void        pz_sample_fill_learner      (PzSampleRun       *run,
                                         PzSampleLearner   *learner,
                                         PzDocument        *document);
void        pz_sample_fill_portrait     (const PzSampleRun *run,
                                         PzSampleLearner   *learner,
                                         PzRecord          *record,
                                         PzRandom          *random);
void        pz_sample_add_goals         (const PzSampleRun *run,
                                         PzSampleLearner   *learner,
                                         PzDocument        *document);
void        pz_sample_add_check_ins     (const PzSampleRun *run,
                                         PzSampleLearner   *learner,
                                         PzDocument        *document);
void        pz_sample_add_framework     (PzSampleRun       *run);
void        pz_sample_set_standard      (PzRecord          *goal);
void        pz_sample_add_shared_goals  (PzSampleRun       *run);
gboolean    pz_sample_add_activities    (PzSampleRun       *run,
                                         guint              section,
                                         GError           **error);

G_END_DECLS
