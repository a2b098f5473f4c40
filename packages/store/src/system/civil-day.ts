import { formatDay, isRefusal, parseDay } from "@kelisim/model";
